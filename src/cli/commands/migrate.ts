import { visible } from '../visible.ts';
import { withStore } from '../with-store.ts';

/** `verbatim migrate`: brings the store up to the newest migration. */
export async function migrateCommand(): Promise<void> {
  await withStore((store) => {
    const done = store.migrated.length === 0 ? 'is up to date' : `was migrated: ${store.migrated.join(', ')}`;
    process.stdout.write(`${visible(capitalised(store.description))} ${done}.\n`);
    return Promise.resolve();
  });
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
