import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import { checkpointNote } from '../../ledger/ledger-signer.ts';
import type { Checkpoint as SignedCheckpoint } from '../../ledger/verify-proof.ts';
import {
  consistencyPath,
  ledgerHead,
  proofsOfQuotes,
  proofsOfStatements,
  proofsOfVersions,
  type UnsignedProof,
} from '../../store/ledger/ledger-proofs.ts';
import { corpusRevision } from '../../store/read/details.ts';
import type { ArticleVersionRow, QuoteRow, StatementRow } from '../../store/read/rows.ts';
import type { Context } from '../context.ts';
import { Quote } from '../quote/quote-type.ts';
import { Statement } from '../statement/statement-type.ts';
import { ArticleVersion } from '../version/version-type.ts';
import { Checkpoint, Ledger, LedgerProof } from './ledger-type.ts';

/** What a ledger is at a size. */
interface LedgerState {
  readonly size: number;
  readonly rootHash: string;
}

@Resolver(() => Ledger)
export class LedgerResolver {
  @Query(() => Ledger, { description: 'The log of all writes, up to the newest one.' })
  async ledger(@Ctx() { sql }: Context): Promise<LedgerState> {
    const size = await corpusRevision(sql);
    return { size, rootHash: await ledgerHead(sql, size) };
  }

  @FieldResolver(() => Checkpoint, { description: 'To be kept, and compared with later ones.' })
  checkpoint(@Root() { size, rootHash }: LedgerState, @Ctx() { signer }: Context): SignedCheckpoint {
    return signer.checkpoint(size, rootHash);
  }

  @FieldResolver(() => [String], {
    description:
      'What proves that the ledger only went on since it had an earlier size: the hashes of RFC 6962, section 2.1.2, in hexadecimal digits.',
  })
  consistency(
    @Root() { size }: LedgerState,
    @Arg('from', () => Int, { description: 'The size of an earlier checkpoint.' }) from: number,
    @Ctx() { sql }: Context,
  ): Promise<string[]> {
    if (from < 0 || from > size) {
      throw new VerbatimError(
        'BAD_USER_INPUT',
        `"from" must be a size that the ledger has had, from 0 to ${String(size)}, not ${String(from)}.`,
      );
    }
    return consistencyPath(sql, from, size);
  }
}

@Resolver(() => Checkpoint)
export class CheckpointResolver {
  @FieldResolver(() => String, {
    description: 'All of it as a signed note (C2SP tlog-checkpoint), as other programs for transparency logs read it.',
  })
  note(@Root() checkpoint: SignedCheckpoint): string {
    return checkpointNote(checkpoint);
  }
}

@Resolver(() => LedgerProof)
export class LedgerProofResolver {
  @FieldResolver(() => Checkpoint, { description: 'The log that the proof leads to.' })
  checkpoint(@Root() { size, rootHash }: UnsignedProof, @Ctx() { signer }: Context): SignedCheckpoint {
    return signer.checkpoint(size, rootHash);
  }
}

@Resolver(() => Statement)
export class StatementProofResolver {
  @FieldResolver(() => LedgerProof, {
    description: 'That it was accepted so, with its words, their texts, its article and those in its chain.',
  })
  async proof(@Root() { id }: StatementRow, @Ctx() { loaders }: Context): Promise<UnsignedProof> {
    return only(await loaders.owned(proofsOfStatements, id), `statement ${id}`);
  }
}

@Resolver(() => Quote)
export class QuoteProofResolver {
  @FieldResolver(() => LedgerProof, {
    nullable: true,
    description: 'That it was accepted so, with its text and article; null for a quote that is evidence of nothing.',
  })
  async proof(@Root() { id }: QuoteRow, @Ctx() { loaders }: Context): Promise<UnsignedProof | null> {
    const [proof] = await loaders.owned(proofsOfQuotes, id);
    return proof ?? null;
  }
}

@Resolver(() => ArticleVersion)
export class VersionProofResolver {
  @FieldResolver(() => LedgerProof, { description: 'That it was accepted so, with its article.' })
  async proof(@Root() { id }: ArticleVersionRow, @Ctx() { loaders }: Context): Promise<UnsignedProof> {
    return only(await loaders.owned(proofsOfVersions, id), `version ${id}`);
  }
}

function only([proof]: readonly UnsignedProof[], what: string): UnsignedProof {
  if (!proof) throw new Error(`${what} is not in the ledger`);
  return proof;
}
