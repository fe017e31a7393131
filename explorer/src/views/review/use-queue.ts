import type { ResultOf } from 'gql.tada';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type Client, type CombinedError, type TypedDocumentNode } from 'urql';
import { codeOf, told } from '../../api/told.ts';
import { plain } from '../../parts/words.ts';
import { appended, putBack, renewed, stepped, without, type ReviewQueue } from '../../text/review-queue.ts';
import {
  AcceptMutation,
  ProposalQuery,
  ProposalsQuery,
  RejectMutation,
  RestoreMutation,
  RetractMutation,
  type Proposal,
  type RevisionOfOthers,
} from './documents.ts';

/** What was decided last, and may be taken back. */
interface Decision {
  readonly action: 'accepted' | 'rejected' | 'corrected';
  readonly proposal: Proposal;
  /** Where it stood in the queue. */
  readonly at: number;
  /** That the decision made; what comes after it must not be undone unread. */
  readonly revision: number;
}

/** The queue as it is shown. */
export interface QueueState extends ReviewQueue<Proposal> {
  /** How many wait in all; null until that is known. */
  readonly total: number | null;
  /** The revision in which the queue was read first; null until then. */
  readonly from: number | null;
  readonly after: string | null;
  /** What others did meanwhile, and what was refused. */
  readonly notice: string | null;
  readonly problem: string | null;
  /** Whether proposals came since the queue was read. */
  readonly hasNewer: boolean;
  readonly last: Decision | null;
  /** What a decision is being written of. */
  readonly busyWith: string | null;
}

const EMPTY: QueueState = {
  items: [],
  chosenId: null,
  total: null,
  from: null,
  after: null,
  notice: null,
  problem: null,
  hasNewer: false,
  last: null,
  busyWith: null,
};

/** When so few are left behind the chosen one, the next page is read. */
const FEW = 5;

type Write = TypedDocumentNode<{ readonly written: { readonly revision: number } }, never>;

/** What can be done with the queue. */
export interface QueueActions {
  readonly choose: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly accept: () => void;
  readonly reject: (reason: string) => void;
  /** Takes back what was decided last. */
  readonly undo: () => void;
  /** Does a write to the chosen one, as the others do. */
  readonly decide: (action: Decision['action'], document: Write, variables: object) => Promise<void>;
  /** Takes the chosen one out, which was decided by somebody else. */
  readonly passOn: () => void;
  readonly readAgain: () => void;
  readonly onRevision: (revision: RevisionOfOthers) => void;
}

/** Reads proposals page by page, writes decisions, and takes in what others decide. Nothing is shown as done before it is. */
export function useQueue(article: string | null): [QueueState, QueueActions] {
  const client = useClient();
  const [state, setState] = useState(EMPTY);
  const newest = useRef(state);
  useEffect(() => {
    newest.current = state;
  });
  const change = useCallback((by: (state: QueueState) => Partial<QueueState>) => {
    setState((before) => ({ ...before, ...by(before) }));
  }, []);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void pageOf(client, article, null).then((page) => {
      if (!isWanted) return;
      change((before) => {
        if ('problem' in page) return page;
        const { corpus, ...rest } = page;
        return { ...EMPTY, ...afterPage(EMPTY, rest), from: corpus.revision, last: before.last };
      });
    });
    return () => {
      isWanted = false;
    };
  }, [client, article, round, change]);
  const { items, chosenId, after } = state;
  const areFewLeft = items.length - items.findIndex(({ id }) => id === chosenId) <= FEW;
  useEffect(() => {
    if (after === null || !areFewLeft) return;
    let isWanted = true;
    void pageOf(client, article, after).then((page) => {
      if (isWanted) change((before) => ('problem' in page ? page : afterPage(before, page)));
    });
    return () => {
      isWanted = false;
    };
  }, [client, article, after, areFewLeft, change]);

  /** A statement as it is now, in its place, with why it is read again. */
  const renew = useCallback(
    async (id: string, notice: string) => {
      const { data } = await client.query(ProposalQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
      const now = data?.node?.__typename === 'Statement' ? data.node : null;
      change((before) => ({ ...(now ? renewed(before, now) : {}), notice }));
    },
    [client, change],
  );

  const write = useCallback(
    async (document: Write, variables: object): Promise<number | CombinedError | undefined> => {
      const { data, error } = await client.mutation(document, variables as never).toPromise();
      return data?.written.revision ?? error;
    },
    [client],
  );

  const decide = useCallback(
    async (action: Decision['action'], document: Write, variables: object): Promise<void> => {
      const { items: all, chosenId: id, busyWith } = newest.current;
      const at = all.findIndex((item) => item.id === id);
      const proposal = all[at];
      if (busyWith !== null || !proposal) return;
      change(() => ({ busyWith: proposal.id, notice: null }));
      const written = await write(document, { id: proposal.id, ifRevision: proposal.reviewedIn, ...variables });
      if (typeof written === 'number') {
        change((before) => ({
          ...withoutDecided(before, proposal.id),
          last: { action, proposal, at, revision: written },
          busyWith: null,
        }));
        return;
      }
      const why = written ? told(written) : 'The server did not say what became of it.';
      if (written && codeOf(written) === 'CONFLICT') await renew(proposal.id, why);
      change(() => ({ busyWith: null, notice: why }));
    },
    [change, renew, write],
  );

  const undo = useCallback(async (): Promise<void> => {
    const { last, busyWith } = newest.current;
    if (!last || last.action === 'corrected' || busyWith !== null) return;
    const { proposal, at } = last;
    const { id } = proposal;
    change(() => ({ busyWith: id, notice: null, last: null }));
    let written: number | CombinedError | undefined = last.revision;
    if (last.action === 'accepted') {
      written = await write(RetractMutation, { id, ifRevision: written, reason: 'Accepted by mistake.' });
    }
    if (typeof written === 'number') written = await write(RestoreMutation, { id, ifRevision: written });
    if (typeof written !== 'number') {
      change(() => ({ busyWith: null, notice: `It was not taken back. ${written ? told(written) : ''}` }));
      return;
    }
    change((before) => ({
      ...putBack(before, { ...proposal, reviewedIn: written }, at),
      total: (before.total ?? 0) + 1,
    }));
    await renew(id, 'Taken back: it waits for a decision again.');
    change(() => ({ busyWith: null }));
  }, [change, renew, write]);

  const onRevision = useCallback(
    ({ revision, changes, totalCount }: RevisionOfOthers) => {
      const { items: all, chosenId: id, busyWith } = newest.current;
      const waiting = new Map(all.map((item) => [item.id, item]));
      const news = changes.filter(({ statement }) => statement.id !== busyWith);
      const areNew = news.some(({ kind, statement }) => PROPOSED.has(kind) && !waiting.has(statement.id));
      if (areNew || totalCount > changes.length) change(() => ({ hasNewer: true }));
      for (const { kind, statement } of news) {
        const item = waiting.get(statement.id);
        // What was read since is known already.
        if (!DECIDED.has(kind) || !item || item.reviewedIn >= revision.number) continue;
        const isChosen = item.id === id;
        const notice = `Meanwhile ${revision.author} has ${plain(kind)} ${isChosen ? 'this one' : 'another one of the queue'}.`;
        if (isChosen) void renew(item.id, notice);
        else change((before) => ({ ...withoutDecided(before, item.id), notice }));
      }
    },
    [change, renew],
  );

  return [
    state,
    {
      choose: (id) => {
        change(() => ({ chosenId: id, notice: null }));
      },
      step: (by) => {
        change((before) => ({ ...stepped(before, by), notice: null }));
      },
      accept: () => void decide('accepted', AcceptMutation, {}),
      reject: (reason) => void decide('rejected', RejectMutation, { reason: reason === '' ? null : reason }),
      undo: () => void undo(),
      decide,
      passOn: () => {
        change((before) => ({ ...withoutDecided(before, before.chosenId), notice: null }));
      },
      readAgain: () => {
        setRound((before) => before + 1);
      },
      onRevision,
    },
  ];
}

type Page = ResultOf<typeof ProposalsQuery>;

/** A page of proposals, or why there is none. */
async function pageOf(
  client: Client,
  article: string | null,
  after: string | null,
): Promise<Page | { readonly problem: string }> {
  const { data, error } = await client
    .query(ProposalsQuery, { article, after }, { requestPolicy: 'network-only' })
    .toPromise();
  return data ?? { problem: error ? told(error) : 'The server did not answer.' };
}

/** The queue with another page behind it. */
const afterPage = (before: QueueState, { statements }: Pick<Page, 'statements'>): Partial<QueueState> => ({
  ...appended(before, statements.nodes),
  total: statements.totalCount,
  after: statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null,
  problem: null,
});

/** The queue without one that waits no more. */
const withoutDecided = (state: QueueState, id: string | null): Partial<QueueState> =>
  id === null ? {} : { ...without(state, id), total: state.total === null ? null : state.total - 1 };

const PROPOSED: ReadonlySet<string> = new Set(['PROPOSED', 'RESTORED']);
const DECIDED: ReadonlySet<string> = new Set(['ACCEPTED', 'REJECTED', 'RETRACTED', 'CORRECTED']);
