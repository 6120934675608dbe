import { z } from 'zod';

/** By which ways a customer is known otherwise than by telephone. */
export const addressChannels = ['wechat', 'wecom', 'email'] as const;
export type AddressChannel = (typeof addressChannels)[number];

/** How it came to be known: a colleague entered it, or the customer scanned a code or sent one. */
export const boundBys = ['hand', 'scan', 'code'] as const;
export type BoundBy = (typeof boundBys)[number];

/** Where a customer can name themselves to the provider. */
export const invitingChannels = ['wechat', 'wecom'] as const satisfies readonly AddressChannel[];

const code = (from: number) =>
  z
    .string()
    .trim()
    .max(64)
    .regex(new RegExp(`^[\\w-]{${from},64}$`), { error: 'not-a-code' });

/** The openid of the clinic's official account, the external id in its WeCom, an e-mail address. */
export const addressShapes: Record<AddressChannel, z.ZodType<string>> = {
  wechat: code(20),
  wecom: code(10),
  email: z
    .string()
    .trim()
    .max(120)
    .pipe(z.email({ error: 'not-an-email' })),
};

/** As much of it as tells whether it is the right one. */
export function maskAddress(channel: AddressChannel, address: string): string {
  if (channel !== 'email') return `${address.slice(0, 4)}****${address.slice(-4)}`;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, Math.min(2, at - 1))}***${address.slice(at)}`;
}
