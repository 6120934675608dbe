/** Whether a Node of this version runs TypeScript by itself (22.18, and from 23.6 on). */
export function runsTypeScript(version: string): boolean;

/** The node to run Carecurve with: this one if it is new enough, else one of our own inside the checkout. */
export function findRuntime(root: string): Promise<string>;
