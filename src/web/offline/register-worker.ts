/**
 * Lets the pages below `/sheets` open without a network. Only they: the worker's scope leaves every other page as it was.
 *
 * @returns Once it is known: whether these pages would open again without a network.
 * @remarks A browser without service workers, or a page that was not served securely, works as before, online.
 */
export async function registerWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js', {
      scope: '/sheets',
      updateViaCache: 'none',
    });
    if (registration.active !== null) return true;
    const first = registration.installing ?? registration.waiting;
    return first !== null && (await becomesActive(first));
  } catch {
    // Private windows and some browsers inside messengers refuse; the page says so when it is offline.
    return false;
  }
}

/** A worker is active only after every file was kept. */
function becomesActive(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
