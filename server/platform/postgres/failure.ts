export type DatabaseProblem =
  | 'folder-unusable'
  | 'folder-copied'
  | 'no-user-to-run-as'
  | 'platform-unsupported'
  | 'version-mismatch'
  | 'start-failed'
  | 'cannot-connect'
  | 'too-old'
  | 'open-without-password';

/** The database cannot be had; the message is for the person at the terminal and needs no stack. */
export class DatabaseFailure extends Error {
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, message: string) {
    super(message);
    this.name = 'DatabaseFailure';
    this.problem = problem;
  }
}
