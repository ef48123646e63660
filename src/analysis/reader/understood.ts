import type { Split } from '../model.js';
import type { Draft, Position } from './draft.js';

/**
 * What a line says. `header`: names of columns; `box`: a row or an edge of a box, which says
 * something as a whole; `repeats`: the line below tells of a round that was printed before.
 */
export type Understood =
  | { readonly says: 'nothing' | 'header' | 'box' | 'repeats' }
  | { readonly says: 'metrics'; readonly draft: Draft; readonly shape: string }
  | { readonly says: 'position'; readonly position: Position; readonly split: Split | undefined }
  | { readonly says: 'section'; readonly split: Split };

export const NOTHING: Understood = { says: 'nothing' };
export const HEADER: Understood = { says: 'header' };
export const BOX: Understood = { says: 'box' };
export const REPEATS: Understood = { says: 'repeats' };
