import type { Rule } from 'eslint';

/** A silenced rule says why: after two dashes (`no-console -- it is a command`) or in a comment on the line above. */
const directiveHasReason: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      reason: 'Say why this rule does not hold here: after two dashes, or in a comment on the line above.',
    },
  },
  create: (context) => ({
    Program() {
      const comments = context.sourceCode.getAllComments();
      const isDirective = (text: string): boolean => /^\s*eslint-(disable|enable)/.test(text);
      for (const [index, { value, loc }] of comments.entries()) {
        if (!isDirective(value) || /\s--\s+\S{2}/.test(value) || !loc) continue;
        const above = comments[index - 1];
        const saysWhy = above?.loc?.end.line === loc.start.line - 1 && !isDirective(above.value);
        if (!saysWhy) context.report({ loc, messageId: 'reason' });
      }
    },
  }),
};

export const houseRules = { rules: { 'directive-has-reason': directiveHasReason } };
