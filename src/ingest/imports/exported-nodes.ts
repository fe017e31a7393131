import { z } from 'zod';
import { ActorKind } from '../../domain/vocabulary.ts';
import type { NamedActor } from './incoming-annotation.ts';
import { types } from './selectors.ts';

const UUID_NAME = /^urn:uuid:[0-9a-f-]{36}$/;

const node = z.object({
  id: z.string().regex(UUID_NAME),
  type: types,
  slug: z.string().optional(),
  name: z.string().optional(),
  kind: z.enum(ActorKind).optional(),
  url: z.string().optional(),
  specializationOf: z.string().regex(UUID_NAME).optional(),
});

/** What an export of Verbatim tells beside its annotations: actors, articles and their versions, by their names in it. */
export class ExportedNodes {
  readonly #nodes = new Map<string, z.infer<typeof node>>();

  /** Nodes of anything else are not looked at. */
  constructor(graph: readonly unknown[]) {
    for (const written of graph) {
      const read = node.safeParse(written);
      if (read.success) this.#nodes.set(read.data.id, read.data);
    }
  }

  /** What names the text that something is a version of, or an article: itself first, then its article, and where that was published. */
  namesOf(source: string): string[] {
    const own = this.#nodes.get(source);
    const article = own?.specializationOf === undefined ? own : this.#nodes.get(own.specializationOf);
    const names = [source, own?.specializationOf, article?.url];
    return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
  }

  /** An actor with what tells that it is the same elsewhere, or null. */
  actor(name: string): NamedActor | null {
    const { slug, name: called, kind } = this.#nodes.get(name) ?? {};
    return slug === undefined || called === undefined || kind === undefined
      ? null
      : { slug, described: { name: called, kind } };
  }
}
