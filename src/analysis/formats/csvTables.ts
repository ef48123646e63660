import type { LogFormat } from './format.js';

/** Lightning's CSVLogger: sparse rows, a row holds what was logged at its step. */
export const lightningCsv: LogFormat = {
  id: 'lightning-csv',
  title: 'Lightning metrics.csv',
  source: 'lightning.pytorch CSVLogger',
  columns: [/^epoch$/, /^step$/],
  samples: [
    {
      lines: ['epoch,step,train_loss_step,val_loss', '0,49,1.096,', '0,62,,0.875'],
      yields: [
        { name: 'train_loss_step', value: 1.096, epoch: 0, step: 49, split: 'train' },
        { name: 'val_loss', value: 0.875, epoch: 0, step: 62, split: 'val' },
      ],
    },
    { lines: ['epoch,step,comment', '0,49,warm-up done'], yields: [] },
  ],
};

/** Ultralytics' results.csv: cells padded with spaces, columns named `train/…`, `metrics/…`, `val/…`. */
export const yoloResults: LogFormat = {
  id: 'yolo-results',
  title: 'YOLO results.csv',
  source: 'Ultralytics YOLOv5, YOLOv8 and later',
  columns: [/^epoch$/, /^train\/(?:\w+_)?loss$/, /^(?:metrics\/|lr\/pg)/],
  samples: [
    {
      lines: [
        '   epoch,   train/box_loss,   metrics/mAP50(B),   val/box_loss,   lr/pg0',
        '       0,           1.6878,             0.1582,          2.335,    0.001',
      ],
      yields: [
        { name: 'train/box_loss', value: 1.6878, epoch: 0, split: 'train' },
        { name: 'metrics/mAP50(B)', value: 0.1582, epoch: 0, split: 'val' },
        { name: 'val/box_loss', value: 2.335, epoch: 0, split: 'val' },
        { name: 'lr/pg0', value: 0.001, epoch: 0 },
      ],
    },
    { lines: ['epoch, image, val/box_file', '0, a.png, b.txt'], yields: [] },
  ],
};

/** Keras' CSVLogger and printed histories: with an epoch column or with none. */
export const kerasCsv: LogFormat = {
  id: 'keras-csv',
  title: 'Keras CSV log',
  source: 'keras.callbacks.CSVLogger, pandas.DataFrame(history.history).to_csv',
  columns: [/^loss$/, /^(?:val_loss|acc|accuracy)$/],
  samples: [
    {
      lines: ['val_loss,val_accuracy,loss,accuracy', '2.3,0.1,2.4,0.11', '2.2,0.2,2.1,0.21'],
      yields: [
        { name: 'val_loss', value: 2.3, split: 'val' },
        { name: 'val_accuracy', value: 0.1 },
        { name: 'loss', value: 2.4, split: 'train' },
        { name: 'accuracy', value: 0.11 },
        { name: 'val_loss', value: 2.2 },
        { name: 'val_accuracy', value: 0.2 },
        { name: 'loss', value: 2.1 },
        { name: 'accuracy', value: 0.21, split: 'train' },
      ],
    },
    { lines: ['id,name,price', '1,apple,0.51', '2,pear,0.62'], yields: [] },
  ],
};

/** Any other table with a metric over a position. */
export const anyCsv: LogFormat = {
  id: 'csv',
  title: 'CSV or TSV table',
  source: 'flair loss.tsv, DVCLive, CatBoost, Stable-Baselines3 progress.csv, by hand',
  columns: [],
  samples: [
    {
      lines: ['step\tlearning_rate\tloss', '0\t0.001\t2.5', '1\t0.0009\t2.25'],
      yields: [
        { name: 'learning_rate', value: 0.001, step: 0 },
        { name: 'loss', value: 2.5, step: 0 },
        { name: 'learning_rate', value: 0.0009, step: 1 },
        { name: 'loss', value: 2.25, step: 1 },
      ],
    },
    { lines: ['step,duration,status', '1,0.25,done', '2,0.31,done'], yields: [] },
  ],
};
