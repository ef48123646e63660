import { parentPort } from 'node:worker_threads';
import type { FromEngine, ToEngine } from '../protocol.js';
import { Engine } from './engine.js';
import { PatternDesk } from './patterns/patternDesk.js';

/** The worker thread: messages in, messages out. Buffers of a frame travel, they are not copied. */
if (parentPort) {
  const port = parentPort;
  const emit = (message: FromEngine, give: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, [...give]);
  const desk = new PatternDesk(emit);
  const engine = new Engine({ newReader: desk.newReader, emit });
  const failed = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    emit({ type: 'fault', where: 'patterns', stack });
  };
  const hear = async (message: ToEngine): Promise<void> => {
    if (message.type === 'explain' || message.type === 'tryPattern') {
      // Takes its time; who follows logs does not wait for it.
      desk.receive(message).catch(failed);
      return;
    }
    if (message.type === 'start') await desk.use(message).catch(failed);
    engine.receive(message);
    if (message.type === 'stop') port.close();
  };
  // One after the other: patterns are ready before the first file is read.
  let turn = Promise.resolve();
  port.on('message', (message: ToEngine) => {
    turn = turn.then(() => hear(message)).catch(failed);
  });
}
