/** Logs of trainings that end in different ways, as a script would print them. */

/** A ripple in place of noise: the same log every time. */
const ripple = (at: number): number => 0.04 * Math.sin(12.9 * at) + 0.03 * Math.sin(4.7 * at + 1);

/** Validates every 20 steps, overfits from step 600 on, spikes at step 1 100, and lowers its rate once. */
export function overfitting(steps = 2000): string {
  const lines: string[] = [];
  for (let step = 10; step <= steps; step += 10) {
    const train = 2.2 * Math.exp(-step / 330) + 0.06;
    const loss = step === 1100 ? 2.6 : train * (1 + ripple(step));
    const rate = (step < 1000 ? 1e-3 : 1e-4) * Math.min(1, step / 200);
    lines.push(`step ${step} loss ${loss.toFixed(4)} lr ${rate.toExponential(2)}`);
    if (step % 20 > 0) continue;
    const val = 0.62 + 2 * Math.exp(-step / 200) + Math.max(0, step - 600) * 4e-4;
    lines.push(`step ${step} val_loss ${(val * (1 + 0.2 * ripple(step))).toFixed(4)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Both losses fall: one line an epoch. Two of one seed would be the same training in two files. */
export function sound(epochs: number, seed: number, total = 60): string {
  const lines = Array.from({ length: epochs }, (_, index) => {
    const epoch = index + 1;
    const train = (1.9 + 0.1 * seed) * Math.exp(-epoch / 9) + 0.21 + 0.1 * ripple(epoch + seed);
    const val = (1.8 + 0.1 * seed) * Math.exp(-epoch / 9) + 0.27 + 0.12 * ripple(epoch - seed);
    return `Epoch ${epoch}/${total} | loss ${train.toFixed(4)} | val_loss ${val.toFixed(4)}`;
  });
  return `${lines.join('\n')}\n`;
}

/** How PyTorch breaks off where the memory of the device is full. */
export const OUT_OF_MEMORY = `Traceback (most recent call last):
  File "/home/me/project/train.py", line 214, in <module>
    main(args)
  File "/home/me/project/train.py", line 163, in main
    loss.backward()
  File "/opt/conda/lib/python3.11/site-packages/torch/_tensor.py", line 581, in backward
    torch.autograd.backward(
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 23.64 GiB of which 1.06 GiB is free. Process 81234 has 22.57 GiB memory in use. Of the allocated memory 19.92 GiB is allocated by PyTorch, and 2.18 GiB is reserved by PyTorch but unallocated. If reserved but unallocated memory is large try setting PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True to avoid fragmentation.
`;
