// node run.mjs MODEL.onnx CASE.json: { name: { type, dims, data } } in, the logits as { dims, data } on standard output.
import { readFile } from "node:fs/promises";
import ort from "onnxruntime-node";

const [model, inputs] = process.argv.slice(2);
const arrays = { float32: Float32Array, bool: Uint8Array, uint8: Uint8Array };
const feeds = Object.fromEntries(
  Object.entries(JSON.parse(await readFile(inputs, "utf8"))).map(([name, { type, dims, data }]) => [
    name,
    new ort.Tensor(type, arrays[type].from(data), dims),
  ]),
);
const session = await ort.InferenceSession.create(model);
const { logits } = await session.run(feeds);
console.log(JSON.stringify({ dims: logits.dims, data: [...logits.data] }));
