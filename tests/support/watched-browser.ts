import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A browser whose pages are watched. */
export interface WatchedBrowser {
  readonly browser: Browser;
  /** A page with a storage of its own. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Addresses that a page asked anybody else than the server for. */
  readonly outside: string[];
  /** Errors on the console: of scripts, of files that did not come, and whatever the content security policy refused. */
  readonly complaints: string[];
}

/** Starts the browser of this machine. Each page notes what it asks of whom, and what it complains of. */
export async function watchedBrowser(serverUrl: string): Promise<WatchedBrowser> {
  const browser = await chromium.launch({
    executablePath: process.env['TEST_CHROMIUM'] ?? '',
    // The sandbox needs rights that root and many containers have not; what is opened is our own page.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const outside: string[] = [];
  const complaints: string[] = [];
  return {
    browser,
    outside,
    complaints,
    open: async (options) => {
      const page = await (await browser.newContext(options)).newPage();
      page.on('request', (request) => {
        if (!request.url().startsWith(serverUrl) && !/^(?:data|blob):/.test(request.url())) outside.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return page;
    },
  };
}
