/** A promise that was broken, in words a person can look into. */
export interface Violation {
  kind: 'lost' | 'doubled' | 'altered' | 'half' | 'stuck' | 'fault';
  words: string;
}
