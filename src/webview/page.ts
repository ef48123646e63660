import type { FromWebview } from '../protocol.js';
import type { Act } from './state.js';

/** What the parts of the page may do: ask the host for something, or change what is shown. */
export interface Page {
  post(message: FromWebview): void;
  act(act: Act): void;
}
