/**
 * Lets the pages below `/sheets` open without a network. Only they: the worker's scope leaves every other page as it was.
 *
 * @remarks A browser without service workers, or a page that was not served securely, works as before, online.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js', { scope: '/sheets', updateViaCache: 'none' });
  } catch {
    // Private windows and some browsers inside messengers refuse; the page says so when it is offline.
  }
}

/** Whether this page would open again without a network. */
export async function opensOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const registration = await navigator.serviceWorker.getRegistration('/sheets');
  return registration?.active !== undefined && registration.active !== null;
}
