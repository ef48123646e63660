/**
 * The settings, in the order in which the settings page shows them; package.json declares the same
 * (a test compares keys and defaults). What each one does is said there, once.
 */
export const SETTINGS = [
  { key: 'losscope.search.enabled', fallback: true },
  { key: 'losscope.exclude', fallback: [] },
  { key: 'losscope.paths', fallback: [] },
  { key: 'losscope.formats', fallback: [] },
  { key: 'losscope.curves.autoOpen', fallback: false },
  { key: 'losscope.notifications.level', fallback: 'warning' },
  { key: 'losscope.notifications.perHour', fallback: 3 },
  { key: 'losscope.problems.level', fallback: 'error' },
  { key: 'losscope.statusBar.enabled', fallback: true },
] as const;

export type SettingKey = (typeof SETTINGS)[number]['key'];
