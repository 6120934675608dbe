/** How private a column is. A column that is not listed fails the check. */
export const privacyClasses = ['public', 'personal', 'sensitive_health', 'sensitive_minor', 'secret'] as const;
export type PrivacyClass = (typeof privacyClasses)[number];
