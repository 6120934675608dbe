const quietMilliseconds = 60_000;

let touchedAt = -Infinity;

/** Whether somebody moved, typed or touched in the last minute: a page that refreshes itself keeps nobody signed in. */
export function isSomebodyThere(): boolean {
  return performance.now() - touchedAt < quietMilliseconds;
}

const touch = () => {
  touchedAt = performance.now();
};
for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
  globalThis.addEventListener?.(event, touch, { passive: true, capture: true });
}
touch();
