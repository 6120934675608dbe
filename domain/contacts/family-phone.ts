/** More than these on one number are no family: it stands for "none", or is a desk's or an agent's. No figure of the seeds. */
export const familyAtMost = 6;

/**
 * Whose contacts are felt by whoever picks up when this customer is called: everybody's on the same number. A mother
 * asked about one child this morning is not asked about the other this afternoon.
 */
export function familyOf(customerId: string, onTheNumber: readonly string[]): readonly string[] {
  const family = new Set([customerId, ...onTheNumber]);
  return family.size > familyAtMost ? [customerId] : [...family].sort();
}
