// Writes tflite-reference.json: what TensorFlow Lite itself (its WebAssembly build) computes from one picture.
// In an empty folder: npm install @tensorflow/tfjs-tflite@0.0.1-alpha.10 --legacy-peer-deps
// Then there: node <this file> <checkout>/node_modules/@mediapipe > tflite-reference.json
const fs = require('fs');
const path = require('path');

const samples = 32, prime = 7919;
const [mediapipe] = process.argv.slice(2);
const wasm = path.resolve('node_modules/@tensorflow/tfjs-tflite/wasm');
const models = {
  palmDetectionFull: 'holistic', palmDetectionLite: 'holistic', handLandmarkFull: 'holistic', handLandmarkLite: 'hands',
  handRecrop: 'holistic', poseDetection: 'holistic', poseLandmarkLite: 'holistic', poseLandmarkFull: 'holistic',
  poseLandmarkHeavy: 'holistic', faceDetectionShortRange: 'holistic', faceLandmark: 'holistic',
};

function readModel(name, folder) {
  const file = name.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase()) + '.tflite';
  const beside = path.join(mediapipe, folder, file);
  if (fs.existsSync(beside)) return fs.readFileSync(beside);
  const packed = path.join(mediapipe, folder, folder + '_solution_packed_assets');
  const table = JSON.parse(fs.readFileSync(packed + '_loader.js', 'utf8').match(/loadPackage\((\{.*\})\);/)[1]);
  const entry = table.files.find(entry => entry.filename.endsWith('/' + file));
  return fs.readFileSync(packed + '.data').subarray(entry.start, entry.end);
}

// Triangle waves that every language computes to the same float32.
function paint(data, width) {
  for (let i = 0; i < data.length; i++) {
    const channel = i % 3, x = Math.floor(i / 3) % width, y = Math.floor(i / 3 / width);
    const t = (x * (3 + channel) + y * (7 - 2 * channel)) % 256;
    data[i] = Math.min(t, 256 - t) / 128;
  }
}

function run(tflite, bytes) {
  const at = tflite._malloc(bytes.length);
  tflite.HEAPU8.set(bytes, at);
  const options = { numThreads: 1, enableProfiling: false, maxProfilingBufferEntries: 0 };
  const runner = tflite.TFLiteWebModelRunner.CreateFromBufferAndOptions(at, bytes.length, options).value();
  const input = runner.GetInputs().get(0);
  paint(input.data(), Number(input.shape.split(',')[2]));
  runner.Infer();
  const outputs = runner.GetOutputs();
  return Array.from({ length: outputs.size() }, (_, index) => {
    const { name, shape } = outputs.get(index), data = outputs.get(index).data();
    const count = Math.min(samples, data.length);
    const picked = Array.from({ length: count }, (_, i) => data[count < samples ? i : (i * prime) % data.length]);
    return { name, shape: shape.split(',').map(Number), largest: data.reduce((most, value) => Math.max(most, Math.abs(value)), 0), values: picked };
  });
}

(async () => {
  const factory = require(path.join(wasm, 'tflite_web_api_cc_simd.js'));
  const binary = fs.readFileSync(path.join(wasm, 'tflite_web_api_cc_simd.wasm'));
  const tflite = await factory({ wasmBinary: binary, print: () => {}, printErr: () => {} });
  const lines = Object.entries(models).map(([name, folder]) => `  "${name}": ${JSON.stringify(run(tflite, readModel(name, folder)))}`);
  process.stdout.write(`{\n${lines.join(',\n')}\n}\n`);
})();
