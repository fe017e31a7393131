import { lazy, Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { NotFound } from './parts/not-found.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { HomeView } from './views/home.tsx';

const ReaderView = lazy(() => import('./views/reader/reader.tsx'));
const ChangesView = lazy(() => import('./views/changes.tsx'));
const StatementView = lazy(() => import('./views/statement/statement.tsx'));
const UtteranceView = lazy(() => import('./views/utterance.tsx'));
const CheckView = lazy(() => import('./views/check.tsx'));
const SearchView = lazy(() => import('./views/search.tsx'));
const ActorsView = lazy(() => import('./views/actors.tsx'));
const ActorView = lazy(() => import('./views/actor.tsx'));
const EventView = lazy(() => import('./views/event.tsx'));
const DerivationView = lazy(() => import('./views/derivation/derivation.tsx'));
const TimelineView = lazy(() => import('./views/timeline.tsx'));
const NetworkView = lazy(() => import('./views/network/network.tsx'));
const ReviewView = lazy(() => import('./views/review/review.tsx'));

/** The frame of all pages, and which view an address means. */
export function App(): ReactNode {
  const main = useRef<HTMLElement>(null);
  useArrival(main);
  const [path] = useLocation();
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <TopBar />
      <main id="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={path}>
          <Suspense
            fallback={
              <p className="awaited" role="status">
                Reading …
              </p>
            }
          >
            <Switch>
              <Route path="/">
                <HomeView />
              </Route>
              <Route path="/articles/:slug">{({ slug }) => <ReaderView key={slug} slug={slug} />}</Route>
              <Route path="/articles/:slug/changes">{({ slug }) => <ChangesView slug={slug} />}</Route>
              <Route path="/statements/:id">{({ id }) => <StatementView key={id} id={id} />}</Route>
              <Route path="/utterances/:id">{({ id }) => <UtteranceView key={id} id={id} />}</Route>
              <Route path="/check">
                <CheckView />
              </Route>
              <Route path="/search">
                <SearchView />
              </Route>
              <Route path="/actors">
                <ActorsView />
              </Route>
              <Route path="/actors/:slug">{({ slug }) => <ActorView key={slug} slug={slug} />}</Route>
              <Route path="/events/:slug">{({ slug }) => <EventView key={slug} slug={slug} />}</Route>
              <Route path="/derivations/:slug/:other">
                {({ slug, other }) => <DerivationView slug={slug} other={other} />}
              </Route>
              <Route path="/timeline">
                <TimelineView />
              </Route>
              <Route path="/network">
                <NetworkView />
              </Route>
              <Route path="/review">
                <ReviewView />
              </Route>
              <Route>
                <NotFound what="There is no page at this address." />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

/** Who follows a link begins at the top of the page, by eye and by keyboard; who goes back finds the place that was left. */
function useArrival(main: RefObject<HTMLElement | null>): void {
  const [path] = useLocation();
  const came = useRef({ path, back: false });
  useEffect(() => {
    const onBack = (): void => {
      // A link to a place in the same page is told as going back too.
      came.current.back = window.location.pathname !== came.current.path;
    };
    window.addEventListener('popstate', onBack);
    return () => {
      window.removeEventListener('popstate', onBack);
    };
  }, []);
  useEffect(() => {
    const { path: before, back } = came.current;
    came.current = { path, back: false };
    if (before === path || back) return;
    if (window.location.hash === '') window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
