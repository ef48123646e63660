/** How a log ends: the cause (or "finished") and the line that says so, or "-" where it may go on. */
export interface EndingExample {
  readonly title: string;
  readonly log: string;
  readonly ends: string;
}

const TRACE = `Traceback (most recent call last):
  File "/w/train.py", line 88, in <module>
    main()
  File "/w/train.py", line 60, in main
    loss.backward()
    ~~~~~~~~~~~~~^^`;
const example = (title: string, log: string, ends: string): EndingExample => ({
  title,
  log: `> step 1 loss 0.5\n${log}`,
  ends,
});

export const ENDINGS: readonly EndingExample[] = [
  example('a traceback', `${TRACE}\nValueError: shapes do not match`, 'exception @8'),
  example('an exception without a message', `${TRACE}\nAssertionError`, 'exception @8'),
  example('an exception class of its own', `${TRACE}\nmylib.errors.Broken: no`, 'exception @8'),
  example('a traceback that is still being written', TRACE, 'exception @2'),
  example(
    'a traceback behind a progress bar',
    `12%|#2 | 12/100 [00:01<00:08]${TRACE}\nKeyError: 0`,
    'exception @8',
  ),
  example(
    'a traceback with ranks',
    TRACE.replace(/^/gm, '[rank0]: ').concat('\n[rank0]: RuntimeError: no'),
    'exception @8',
  ),
  example(
    'the exception of a chain that was not caught',
    `${TRACE}\nKeyError: 'x'\n\nDuring handling of the above exception, another exception occurred:\n\n${TRACE}\nRuntimeError: no batch`,
    'exception @18',
  ),
  example(
    'memory of the device',
    `${TRACE}\ntorch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.`,
    'memory @8',
  ),
  example(
    'memory, told without a traceback',
    'RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 10 GiB total)',
    'memory @2',
  ),
  example(
    'memory of TensorFlow',
    `${TRACE}\ntensorflow.python.framework.errors_impl.ResourceExhaustedError: OOM when allocating tensor with shape[64,512]`,
    'memory @8',
  ),
  example(
    'memory of JAX',
    'jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory allocating 12 bytes',
    'memory @2',
  ),
  example(
    'memory of the node under Slurm',
    'slurmstepd: error: Detected 1 oom_kill event in StepId=12.batch. Some of the step tasks have been OOM Killed.\nsrun: error: n01: task 0: Out Of Memory',
    'memory @3',
  ),
  example('killed', 'Killed', 'killed @2'),
  example(
    'killed in a script',
    'run.sh: line 3:  4711 Killed                  python t.py',
    'killed @2',
  ),
  example('killed under zsh', 'zsh: killed     python train.py', 'killed @2'),
  example('a segmentation fault', 'Segmentation fault (core dumped)', 'native @2'),
  example(
    'a fatal error of Python',
    'Fatal Python error: Segmentation fault\n\nThread 0x0 (most recent call first):\n  File "a.py", line 1',
    'native @2',
  ),
  example(
    'the time limit of Slurm',
    'slurmstepd: error: *** JOB 4711 ON n01 CANCELLED AT 2026-01-02T03:04:05 DUE TO TIME LIMIT ***',
    'time-limit @2',
  ),
  example(
    'cancelled under Slurm, and what the signal did',
    `slurmstepd: error: *** STEP 4711.0 ON n01 CANCELLED AT 2026-01-02T03:04:05 ***\nsrun: Job step aborted\n${TRACE}\nRuntimeError: DataLoader worker is killed by signal: Terminated.`,
    'cancelled @2',
  ),
  example(
    'a collective that timed out',
    "[E ProcessGroupNCCL.cpp:475] [Rank 1] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=12, OpType=ALLREDUCE)\nterminate called after throwing an instance of 'std::runtime_error'\nAborted (core dumped)",
    'communication @2',
  ),
  example(
    'a device-side assert',
    `${TRACE}\nRuntimeError: CUDA error: device-side assert triggered`,
    'device @8',
  ),
  example('stopped by hand', `^C${TRACE}\nKeyboardInterrupt`, 'interrupted @8'),
  example(
    'the exception of a worker, not the launcher that repeats it',
    `${TRACE}\nIndexError: list index out of range\nE0101 12:00:00.1 12 torch/distributed/elastic/x.py:869] failed (exitcode: 1)\n${TRACE}\ntorch.distributed.elastic.multiprocessing.errors.ChildFailedError: \n====\ntrain.py FAILED\n----`,
    'exception @8',
  ),
  example(
    'a crash with the farewell of a tracker',
    `${TRACE}\nOSError: No space left on device\nwandb: Waiting for W&B process to finish... (failed 1).\nwandb: \nwandb: Run history:\nwandb: loss 3`,
    'disk @8',
  ),
  example('a full quota', `${TRACE}\nOSError: [Errno 122] Disk quota exceeded`, 'disk @8'),
  example(
    'a checkpoint that found no room',
    `${TRACE}\nRuntimeError: [enforce fail at inline_container.cc:595] . unexpected pos 12 vs 11`,
    'disk @8',
  ),
  example(
    'a worker of the data loader',
    `${TRACE}\nRuntimeError: DataLoader worker (pid 42) is killed by signal: Bus error. It is possible that workers are out of shared memory.`,
    'worker @8',
  ),
  example('memory of the machine', `${TRACE}\nMemoryError`, 'memory @8'),
  example(
    'memory that NumPy asked for',
    `${TRACE}\nnumpy.core._exceptions._ArrayMemoryError: Unable to allocate 7.45 GiB`,
    'memory @8',
  ),
  example(
    'memory of Apple silicon',
    `${TRACE}\nRuntimeError: MPS backend out of memory (MPS allocated: 17.9 GB)`,
    'memory @8',
  ),
  example(
    'memory under an older Slurm',
    'slurmstepd: error: Exceeded job memory limit at some point.',
    'memory @2',
  ),
  example('memory under LSF', 'TERM_MEMLIMIT: job killed after reaching LSF memory', 'memory @2'),
  example('a bus error', 'run.sh: line 3: 12 Bus error  (core dumped) python t.py', 'native @2'),
  example('a segmentation fault under zsh', 'zsh: segmentation fault  python t.py', 'native @2'),
  example(
    'Lightning, stopped by hand',
    'call.py:54: Detected KeyboardInterrupt, attempting graceful shutdown ...',
    'interrupted @2',
  ),
  example(
    'a peer that is gone',
    `${TRACE}\nRuntimeError: [gloo/transport/tcp/pair.cc:598] Connection closed by peer [10.0.0.1]:123`,
    'communication @8',
  ),
  example(
    'a watchdog that got stuck',
    "[rank0]:[F1123 10:11:12 ProcessGroupNCCL.cpp:1397] [PG 0 Rank 0] ProcessGroupNCCL's watchdog got stuck for 600 seconds",
    'communication @2',
  ),
  example(
    'only the launcher knows of a killed worker',
    `E1123 10:11:13.2 99 torch/x.py:869] failed (exitcode: -9) local_rank: 0\n${TRACE}\ntorch.distributed.elastic.multiprocessing.errors.ChildFailedError: \n====\ntrain.py FAILED\n----\nFailures:\n  <NO_OTHER_FAILURES>`,
    'exit @9',
  ),
  example(
    'an abort of MPI',
    `${'-'.repeat(70)}\nMPI_ABORT was invoked on rank 0\nwith errorcode 1.`,
    'exit @3',
  ),
  example('a process of MPI', 'mpirun noticed that rank 1 exited on signal 9 (Killed).', 'exit @2'),
  example('a return code', 'Process finished with exit code 139', 'exit @2'),
  example(
    'a script that says done all the same',
    `${TRACE}\nValueError: x\nTraining finished`,
    'exception @8',
  ),
  example(
    'closing words',
    'Training completed in 12 min.\nSaving final model to out/',
    'finished @3',
  ),
  example(
    'closing words and the best epoch',
    'Training finished. Best val_loss 0.27 at epoch 58 of 60',
    'finished @2',
  ),
  example(
    'a summary of Hugging Face',
    "{'train_runtime': 12.3, 'train_loss': 0.2, 'epoch': 3.0}\n100%|##| 3/3",
    'finished @2',
  ),
  example('Lightning', '`Trainer.fit` stopped: `max_epochs=10` reached.', 'finished @2'),
  example(
    'Ultralytics',
    '\n6 epochs completed in 2.309 hours.\nOptimizer stripped from best.pt',
    'finished @3',
  ),
  example('Caffe', 'I0821 09:41:10.158891  5405 solver.cpp:296] Optimization Done.', 'finished @2'),
  example(
    'a test behind the closing words',
    'Finished training.\nTesting\n> test acc 0.91',
    'finished @2',
  ),
  example(
    'early stopping',
    '2026-01-02 03:04:05 INFO Early stopping triggered at epoch 12',
    'finished @2',
  ),
  example('Chinese', '训练完成，模型已保存', 'finished @2'),
  example('a shell that is done', 'Exit 0\nDone.', 'finished @3'),
  // What looks like an end and is none.
  example('readings', '> step 2 loss 0.4', '-'),
  example('a metric called error', 'error: 0.01\nMeanSquaredError: 0.01\nval_Error: nan', '-'),
  example('a metric of a class', 'keras.MeanAbsoluteError: .25', '-'),
  example('an epoch that is done', 'Epoch 3 training complete\nFinished training epoch 3', '-'),
  example('a fold that is done', 'Fold 2: training finished', '-'),
  example(
    'a batch that did not fit and was left out',
    '2020-01-01 00:00:00 | WARNING | fairseq.trainer | OOM: Ran out of memory with exception: CUDA out of memory.',
    '-',
  ),
  example('a fallback', 'ImportError: cannot import name apex; falling back to AMP', '-'),
  example('a warning with an error in it', 'WARNING: OSError: no checkpoint found', '-'),
  example('a setting with the name of an error', 'on_error: raise RuntimeError', '-'),
  example('what is to come', 'The model is saved when training is finished', '-'),
  example('a traceback before a reading', `${TRACE}\nOSError: x\n> step 2 loss 0.4`, '-'),
  example('a caught exception', `${TRACE}\nTimeoutError: x\nRetrying in 5 s`, '-'),
  example(
    'an exception ignored at exit',
    `Exception ignored in: <function X.__del__ at 0x1>\n${TRACE}\nTypeError: x`,
    '-',
  ),
  example('an exception of a thread', `Exception in thread Thread-3:\n${TRACE}\nOSError: x`, '-'),
  example(
    'a program that goes on for long',
    `${TRACE}\nOSError: x\n${'loading a shard\n'.repeat(30)}`,
    '-',
  ),
  example('an exit without an error', 'Process finished with exit code 0', '-'),
  example('a warning that names memory', 'UserWarning: reserve memory to avoid running out', '-'),
  example('somebody who killed something', 'Killed 3 idle workers', '-'),
  example('a setting', 'early_stopping: True, max_epochs: 15', '-'),
  example(
    'an exception that the writer outlived',
    `${TRACE}\nOSError: upload failed\n{'train_runtime': 12.3, 'epoch': 3.0}`,
    'finished @9',
  ),
];
