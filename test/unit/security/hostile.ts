/** What an attacker writes where a name or a line of a log is expected. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[click](command:workbench.action.quit)',
  '[click](https://evil.example/steal)',
  '![pixel](https://evil.example/p.png)',
  'https://evil.example/steal www.evil.example evil.com',
  'mailto:me@evil.example //evil.example',
  '</style><svg/onload=alert(1)>',
  '`code` **bold** | cell |\n# heading\n---',
  '\u001b]0;title\u0007\u001b[2J\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31mred \u0090q\u009c \u0007\b\r\u0000',
  'loss\u202e gnp.exe\u202c \u2066x\u2069 \u200f\u061c',
  "=cmd|'/c calc'!A0",
  '__proto__',
  'constructor',
  '$(flame)',
];

/** Everything that may steer a terminal or turn text about. */
export const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
