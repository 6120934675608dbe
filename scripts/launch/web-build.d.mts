/** Builds the page into dist/web unless that already holds it, told by the content of everything it is made of. */
export function buildWeb(root: string, node: string, options?: { always?: boolean }): Promise<void>;
