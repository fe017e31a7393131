import type { Topic } from './topic.ts';
import { CULTURE } from './topics/culture.ts';
import { ECONOMY } from './topics/economy.ts';
import { LAND_AND_SEA } from './topics/land-and-sea.ts';
import { POLITICS } from './topics/politics.ts';
import { PUBLIC_SERVICES } from './topics/public-services.ts';

/** What the news are about. */
export const TOPICS: readonly Topic[] = [...LAND_AND_SEA, ...PUBLIC_SERVICES, ...ECONOMY, ...POLITICS, ...CULTURE];
