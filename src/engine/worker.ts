import { parentPort } from 'node:worker_threads';
import type { ToEngine } from '../protocol.js';
import { Engine } from './engine.js';
import { sourceReader } from './sources/sourceReader.js';

/** The worker thread: messages in, messages out. Buffers of a frame travel, they are not copied. */
if (parentPort) {
  const port = parentPort;
  const engine = new Engine({
    newReader: sourceReader,
    emit: (message, give = []) => port.postMessage(message, [...give]),
  });
  port.on('message', (message: ToEngine) => {
    engine.receive(message);
    if (message.type === 'stop') port.close();
  });
}
