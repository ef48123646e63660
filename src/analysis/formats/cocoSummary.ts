import type { LogFormat } from './format.js';

/**
 * The closing lines of a COCO evaluation, printed by every detector that uses pycocotools. The name
 * is the whole of what stands before the number: it alone tells the twelve apart. -1 stands for
 * "no such objects" and is no value. A single summary is the end of an evaluation and no curve.
 */
export const cocoSummary: LogFormat = {
  id: 'coco-summary',
  title: 'COCO evaluation',
  source: 'pycocotools COCOeval.summarize (source; logs in public repositories)',
  lines: [
    { says: 'nothing', pattern: /^Average (?:Precision|Recall) {1,6}\(A[PR]\) @\[ .{1,80} = -1/ },
    {
      says: 'metrics',
      split: 'val',
      isDoubtful: true,
      pattern:
        /^(?<name>Average (?:Precision|Recall) {1,6}\(A[PR]\) @\[ IoU=[\d.:]{1,12} {0,8}\| area= {0,8}\w{1,8} \| maxDets= {0,4}\d{1,5} \]) = (?<pairs>-?\d{1,6}\.\d{1,9})$/,
    },
  ],
  samples: [
    {
      lines: [
        'Epoch 3/10',
        'IoU metric: bbox',
        ' Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.251',
        ' Average Recall     (AR) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = -1.000',
        'Epoch 4/10',
        ' Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.261',
      ],
      yields: [
        {
          name: 'Average Precision (AP) @[ IoU=0.50:0.95 | area= all | maxDets=100 ]',
          value: 0.251,
          epoch: 3,
          split: 'val',
        },
        {
          name: 'Average Precision (AP) @[ IoU=0.50:0.95 | area= all | maxDets=100 ]',
          value: 0.261,
          epoch: 4,
          split: 'val',
        },
      ],
    },
    {
      lines: [
        ' Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.251',
        ' Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.451',
      ],
      yields: [],
    },
    { lines: ['Average Precision (AP) @[ IoU=0.50 ] is the mean over classes'], yields: [] },
  ],
};
