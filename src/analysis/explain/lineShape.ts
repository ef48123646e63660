import { printed } from '../reader/cleanLine.js';

/** Of a longer line its beginning is its shape. */
const LONGEST_SHAPE = 200;
const LONGEST_EXAMPLE = 400;
/** Control characters, line ends and marks that turn the direction of text. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const IS_UNSAFE = new RegExp(UNSAFE.source);
const NUMBER = /[-+]?(?:\d[\d_,]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;
/** What fills a progress bar. */
const FILL = /[=>.#\-_*█▏▎▍▌▋▊▉━╸╺─]{3,}/g;

export function holdsNumber(text: string): boolean {
  return /\d|\b(?:nan|inf)\b/i.test(text);
}

/** The line with its numbers collapsed: what lines of one writer have in common. */
export function shapeOf(text: string): string {
  return inertText(text, LONGEST_SHAPE)
    .replace(FILL, '…')
    .replace(/\b(?:nan|inf(?:inity)?)\b/gi, '#')
    .replace(NUMBER, '#')
    .replace(/#(?:[-:/.]#)+/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A line to show to a person: nothing in it moves a cursor or turns the text around. */
export function exampleOf(text: string): string {
  return inertText(text, LONGEST_EXAMPLE).trim();
}

function inertText(text: string, most: number): string {
  const plain = printed(text.length > 4 * most ? text.slice(0, 4 * most) : text);
  const inert = IS_UNSAFE.test(plain) ? plain.replace(UNSAFE, ' ') : plain;
  return inert.length > most ? `${inert.slice(0, most - 1)}…` : inert;
}
