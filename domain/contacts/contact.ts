/** What a contact is about. */
export const purposes = ['medical', 'complaint', 'satisfaction', 'service', 'marketing'] as const;
export type Purpose = (typeof purposes)[number];

/** How it is made. */
export const channels = ['phone', 'wechat', 'sms', 'visit'] as const;
export type Channel = (typeof channels)[number];

/** How a customer was heard: somebody made a contact, or they filled in a form by themselves. */
export const heardBy = [...channels, 'form'] as const;
export type HeardBy = (typeof heardBy)[number];
