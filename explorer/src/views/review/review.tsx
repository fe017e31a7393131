import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import '../../style/review.css';
import '../../style/statement.css';
import { keepKey, keptKey, keyedClient } from '../../api/keyed-client.ts';
import { Exact } from '../../parts/exact.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { plain } from '../../parts/words.ts';
import type { Viewer } from './documents.ts';
import { KeyForm, viewerOf } from './key-form.tsx';
import { Reviewing } from './reviewing.tsx';

/** Proposals, for those who hold a key to decide on them. */
export default function ReviewView(): ReactNode {
  useTitle('Review');
  const [key, setKey] = useState(keptKey);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const client = useMemo(() => (key === null ? null : keyedClient(key)), [key]);
  const ask = (why: string | null): void => {
    setKey(null);
    setViewer(null);
    setProblem(why);
  };
  useEffect(() => {
    if (key === null || viewer) return;
    let isWanted = true;
    void viewerOf(key).then((answer) => {
      if (!isWanted) return;
      if (!('why' in answer)) {
        setViewer(answer);
        return;
      }
      if (answer.isKeyWrong) keepKey(null);
      ask(answer.why);
    });
    return () => {
      isWanted = false;
    };
  }, [key, viewer]);
  if (key === null || !client) {
    return (
      <div className="column review">
        <h1>Review</h1>
        <p className="lead">
          What the extractor finds waits here until a person decides on it: whether the words were said so, by whom, and
          through whom the article knows it.
        </p>
        <KeyForm
          problem={problem}
          onKey={(given, whose) => {
            keepKey(given);
            setViewer(whose);
            setKey(given);
          }}
        />
      </div>
    );
  }
  if (!viewer) {
    return (
      <p className="awaited" role="status">
        Reading …
      </p>
    );
  }
  return (
    <Provider value={client}>
      <div className="wide review">
        <header className="review-head">
          <h1>Review</h1>
          <p className="by">
            <span>
              as{' '}
              <b>
                <Exact>{viewer.name}</Exact>
              </b>
              , {plain(viewer.role)}
            </span>
          </p>
          <button
            type="button"
            onClick={() => {
              keepKey(null);
              ask(null);
            }}
          >
            Forget the key
          </button>
        </header>
        <Reviewing apiKey={key} />
      </div>
    </Provider>
  );
}
