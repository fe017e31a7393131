import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import './enums.ts';
import { withAsOf } from './as-of.ts';
import { ActorResolver, AliasResolver, DescriptionResolver } from './actor/actor-resolver.ts';
import { ArticleResolver, CreditResolver, FurnitureResolver } from './article/article-resolver.ts';
import { ChangeResolver, ChangesResolver, RevisionChangesResolver } from './changes/changes-resolver.ts';
import { QuoteCheckResolver, QuoteMatchResolver } from './check/check-resolver.ts';
import { CorpusResolver } from './corpus/corpus-resolver.ts';
import { SourcedDateResolver } from './date/sourced-date-resolver.ts';
import { DerivationResolver } from './derivation/derivation-resolver.ts';
import { EventResolver, ParticipantResolver } from './event/event-resolver.ts';
import { AnchorResolver, QuoteResolver } from './quote/quote-resolver.ts';
import {
  ActorHistoryResolver,
  ActorMergeResolver,
  RevisionResolver,
  StatementChangeResolver,
  StatementHistoryResolver,
  VersionHistoryResolver,
} from './history/history-resolver.ts';
import { KeyResolver } from './keys/key-resolver.ts';
import { IngestResolver } from './ingest/ingest-resolver.ts';
import {
  CheckpointResolver,
  LedgerProofResolver,
  LedgerResolver,
  QuoteProofResolver,
  StatementProofResolver,
  VersionProofResolver,
} from './ledger/ledger-resolver.ts';
import { NodeResolver } from './relay/node.ts';
import { ActorPayloadResolver, ReviewResolver, StatementPayloadResolver } from './review/review-resolver.ts';
import { authChecker, withRoles } from './roles.ts';
import { SearchResolver } from './search/search-resolver.ts';
import {
  AttributionHopResolver,
  StatementRelationResolver,
  StatementResolver,
} from './statement/statement-resolver.ts';
import { QuoteVariantResolver, UtteranceResolver } from './utterance/utterance-resolver.ts';
import { ArticleVersionResolver, PassageChangeResolver, VersionDiffResolver } from './version/version-resolver.ts';

const NOBODY_PUBLISHES: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('a subscription does not say what it follows');
  },
};

/** The schema of the API, made from the classes. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      CorpusResolver,
      ArticleResolver,
      CreditResolver,
      FurnitureResolver,
      ArticleVersionResolver,
      VersionDiffResolver,
      PassageChangeResolver,
      QuoteResolver,
      AnchorResolver,
      StatementResolver,
      AttributionHopResolver,
      StatementRelationResolver,
      UtteranceResolver,
      QuoteVariantResolver,
      ActorResolver,
      AliasResolver,
      DescriptionResolver,
      EventResolver,
      ParticipantResolver,
      SourcedDateResolver,
      SearchResolver,
      DerivationResolver,
      QuoteCheckResolver,
      QuoteMatchResolver,
      KeyResolver,
      RevisionResolver,
      StatementHistoryResolver,
      StatementChangeResolver,
      VersionHistoryResolver,
      ActorHistoryResolver,
      ActorMergeResolver,
      ChangesResolver,
      RevisionChangesResolver,
      ChangeResolver,
      LedgerResolver,
      CheckpointResolver,
      LedgerProofResolver,
      StatementProofResolver,
      QuoteProofResolver,
      VersionProofResolver,
      IngestResolver,
      ReviewResolver,
      StatementPayloadResolver,
      ActorPayloadResolver,
    ],
    // Arguments are checked where they are used, with messages of their own.
    validate: false,
    authChecker,
    authMode: 'error',
    // Subscriptions bring what they follow. It is asked for all the same as soon as there is one.
    pubSub: NOBODY_PUBLISHES,
  });
  return withRoles(withAsOf(schema));
}
