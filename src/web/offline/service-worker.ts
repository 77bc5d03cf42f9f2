// Runs in the browser beside the pages below /sheets. Keeps the built files; never touches the API.
// The build puts `offlineBuild` before the first line: which build this is and the files these pages are made of.

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly offlineBuild: { readonly build: string; readonly files: readonly string[] };
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = globalThis as unknown as Worker;
const prefix = 'junheng-build-';
const { build, files } = worker.offlineBuild;
const page = '/index.html';

async function install(): Promise<void> {
  const cache = await caches.open(prefix + build);
  // `no-cache`: the page of the build before must not come from the browser's own store.
  await cache.addAll([page, ...files].map((file) => new Request(file, { cache: 'no-cache' })));
  await worker.skipWaiting();
}

/** The build before stays, for a tab that still shows it; older ones go. */
async function activate(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const others = builds.filter((name) => name !== prefix + build);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The server's own page whenever there is a server, so that nobody is held on an old one. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(prefix + build)).match(page);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A file with a hash in its name never changes. */
async function openFile(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(prefix + build)).put(request, answer.clone());
  return answer;
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(openFile(request));
});
