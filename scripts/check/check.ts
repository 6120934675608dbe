/** What a check found. Without problems it is passed; notes are worth a look and fail nothing. */
export interface Finding {
  problems: string[];
  notes?: string[];
}

export interface Check {
  name: string;
  run(root: string): Finding | Promise<Finding>;
}
