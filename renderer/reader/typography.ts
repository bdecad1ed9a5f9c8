/** French spacing, at hand for what is shown here; the rule is the core's, for it is printed too. */
export { typeset } from '../../electron/core/typography.ts';
