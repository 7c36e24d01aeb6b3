import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { chunkOf } from '#react/chunk.ts'
import { LocaleProvider } from '#react/use-strings.tsx'
import { JoinByCodePage, JoinPage } from './pages/join.tsx'
import { StartPage } from './pages/start.tsx'
import { BrokenPage } from './shell/broken-page.tsx'
import { ErrorBoundary } from './shell/error-boundary.tsx'
import { LoadingPage } from './shell/loading-page.tsx'
import { useHeadingFocus, useSoftLinks } from './shell/navigation.ts'
import { useLanguage } from './shell/preferences.ts'

// Start and join are here at once; everything behind them comes when somebody goes there.
const WorkspacePage = chunkOf(async () => (await import('./workspace/workspace-page.tsx')).WorkspacePage)
// An address inside a workspace sends for it before the first drawing.
if (location.pathname.startsWith('/w/')) WorkspacePage.fetch()
const NewWorkspacePage = lazy(async () => ({ default: (await import('./pages/new-workspace.tsx')).NewWorkspacePage }))
const LeadPage = lazy(async () => ({ default: (await import('./pages/lead.tsx')).LeadPage }))
const ReadingPage = lazy(async () => ({ default: (await import('./pages/reading.tsx')).ReadingPage }))
const TextPage = lazy(async () => ({ default: (await import('./pages/text.tsx')).TextPage }))
const GalleryPage = lazy(async () => ({ default: (await import('./pages/gallery.tsx')).GalleryPage }))
const NotFoundPage = lazy(async () => ({ default: (await import('./pages/not-found.tsx')).NotFoundPage }))

/** The whole app: language, and which page stands at which address. */
export const App = () => {
  useSoftLinks()
  useHeadingFocus()
  return (
    <LocaleProvider locale={useLanguage()}>
      <ErrorBoundary Fallback={BrokenPage}>
        <Suspense fallback={<LoadingPage />}>
          <Switch>
            <Route path="/" component={StartPage} />
            <Route path="/join" component={JoinPage} />
            <Route path="/j/:code">{({ code }) => <JoinByCodePage key={code} code={code} />}</Route>
            <Route path="/nieuw" component={NewWorkspacePage} />
            <Route path="/new" component={NewWorkspacePage} />
            <Route path="/f" component={LeadPage} />
            <Route path="/r" component={ReadingPage} />
            <Route path="/w/:workspace/*?">
              {({ workspace }) => <WorkspacePage key={workspace} workspaceId={workspace} waiting={<LoadingPage />} />}
            </Route>
            <Route path="/about">
              <TextPage name="about" />
            </Route>
            <Route path="/privacy">
              <TextPage name="privacy" />
            </Route>
            <Route path="/accessibility">
              <TextPage name="accessibility" />
            </Route>
            <Route path="/gallery" component={GalleryPage} />
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </LocaleProvider>
  )
}
