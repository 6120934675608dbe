/** The page opens also while the server is out of reach; where the browser cannot (no TLS, a private window) it does not. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
