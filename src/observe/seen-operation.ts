import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { sha256 } from '../domain/sha256.ts';

/** Characters of an operation's name that are told. */
const LONGEST_NAME = 80;

/** What is told of an operation: never its text, in which values may stand. */
export class SeenOperation {
  #hash: string | null = null;

  private constructor(
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {}

  static readonly #known = new WeakMap<OperationDefinitionNode, SeenOperation>();

  /** The same for each request that asks the same. */
  static of(document: DocumentNode, operation: OperationDefinitionNode): SeenOperation {
    const known = SeenOperation.#known.get(operation);
    if (known) return known;
    const seen = new SeenOperation(document, operation);
    SeenOperation.#known.set(operation, seen);
    return seen;
  }

  get kind(): 'query' | 'mutation' | 'subscription' {
    return this.operation.operation;
  }

  /** The name by which the document calls it, cut to 80 characters; null without one. */
  get name(): string | null {
    return this.operation.name?.value.slice(0, LONGEST_NAME) ?? null;
  }

  /** SHA-256 of the document's text, 64 hex digits: by it clients of persisted queries name it too. */
  get hash(): string {
    this.#hash ??= sha256(this.document.loc?.source.body ?? '');
    return this.#hash;
  }
}
