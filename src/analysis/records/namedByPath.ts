import { readMetricName } from '../metricNames.js';
import type { LogLine, Reading, Split } from '../model.js';
import type { LogReader } from '../reader/logReader.js';
import { MetricFile, mayBeMetricFile } from './metricFile.js';
import { ScalarExport } from './scalarExport.js';
import { splitOfFile } from './splitOfPath.js';

/** What Weights & Biases keeps beside a run: last values and the machine, no history. */
const NO_HISTORY = /wandb-(?:summary|metadata)\.json$/i;
const TABLE = /\.(?:csv|tsv)$/i;
/** DVCLive keeps one table a metric: `plots/metrics/train/loss.tsv` is 'train/loss'. */
const DVCLIVE = /(?:^|\/)(?:plots\/metrics|dvclive\/scalars)\/(.+)\/([^/]+)\.[ct]sv$/i;

/** A reader of lines that also hears what the path of its file says: the metric's name, the split. */
export function namedByPath(path: string, lines: (isRenamed: boolean) => LogReader): LogReader {
  if (NO_HISTORY.test(path)) return SILENT;
  if (mayBeMetricFile(path)) return new MetricFile(path, lines(false));
  if (!TABLE.test(path)) return lines(false);
  const [, folder, name] = DVCLIVE.exec(path) ?? [];
  if (folder !== undefined && name !== undefined) {
    return new Renamed(lines(true), (readings) =>
      readings.map((one) => inFolder(one, folder, name)),
    );
  }
  const split = splitOfFile(path.slice(path.lastIndexOf('/') + 1));
  const exported = new ScalarExport(path, lines(split !== undefined));
  return split === undefined ? exported : new Renamed(exported, splitBy(split));
}

const SILENT: LogReader = { format: '', push: () => [], flush: () => [] };

class Renamed implements LogReader {
  readonly #lines: LogReader;
  readonly #rename: (readings: readonly Reading[]) => readonly Reading[];

  constructor(lines: LogReader, rename: (readings: readonly Reading[]) => readonly Reading[]) {
    this.#lines = lines;
    this.#rename = rename;
  }

  get format(): string {
    return this.#lines.format;
  }

  push(line: LogLine): readonly Reading[] {
    const readings = this.#lines.push(line);
    return readings.length === 0 ? readings : this.#rename(readings);
  }

  flush(): readonly Reading[] {
    const readings = this.#lines.flush();
    return readings.length === 0 ? readings : this.#rename(readings);
  }
}

function inFolder(reading: Reading, folder: string, column: string): Reading {
  if (reading.name !== column) return reading;
  const name = `${folder}/${column}`;
  const { metric, kind, split } = readMetricName(name);
  return { ...reading, name, metric, kind, split: split ?? reading.split };
}

/**
 * The tables of CatBoost (`learn_error.tsv`, `test_error.tsv`) say their split by the file. A table
 * with splits in its own columns means the training by a column that says none.
 */
function splitBy(split: Split): (readings: readonly Reading[]) => readonly Reading[] {
  let saysSplits = false;
  return (readings) => {
    saysSplits ||= readings.some(({ name }) => readMetricName(name).split !== undefined);
    if (saysSplits) return readings;
    return readings.map((one) => (one.kind === 'lr' ? one : { ...one, split }));
  };
}
