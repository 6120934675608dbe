const redrawMs = 100;
const sayAgainMs = 5_000;

/** One line that goes on counting on a terminal; elsewhere, as in a log, a line every few seconds. */
export class ProgressLine {
  readonly #out: NodeJS.WriteStream;
  #shownAt = 0;
  #isOpen = false;

  constructor(out: NodeJS.WriteStream = process.stderr) {
    this.#out = out;
  }

  show(text: string): void {
    const now = performance.now();
    if (now - this.#shownAt < (this.#out.isTTY ? redrawMs : sayAgainMs)) return;
    this.#shownAt = now;
    this.#write(text);
  }

  /** The last word on what was counted. */
  finish(text: string): void {
    this.#write(text);
    if (this.#out.isTTY) this.#out.write('\n');
    this.#isOpen = false;
    this.#shownAt = 0;
  }

  /** Leaves the line as it stands, for something else to be said. */
  leave(): void {
    if (this.#isOpen) this.#out.write('\n');
    this.#isOpen = false;
  }

  #write(text: string): void {
    this.#out.write(this.#out.isTTY ? `\r\u001b[K  ${text}` : `  ${text}\n`);
    this.#isOpen = Boolean(this.#out.isTTY);
  }
}
