/**
 * On top of a script of which nearly all runs at once: V8 compiles its functions while it loads, beside the page's own
 * work, instead of one by one when they are first called. For other engines it is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
export const AHEAD = '//# allFunctionsCalledOnLoad';
