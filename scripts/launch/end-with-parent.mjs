import { isMainThread } from 'node:worker_threads';

// Loaded before the script itself: when the launcher is gone (kill -9), its end of this channel closes, and what
// it started ends in good order. Test workers inherit the flag that loads this; their channel is not ours.
if (isMainThread && process.env.CARECURVE_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
