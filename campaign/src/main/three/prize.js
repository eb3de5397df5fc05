// The 3D prize of the win screen. Built into one classic script (see build.sh), because the game also opens from file://.
import {
  ACESFilmicToneMapping,
  Box3,
  DirectionalLight,
  Group,
  HemisphereLight,
  PerspectiveCamera,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';

const TURN_SECONDS = 6;
const MAX_PIXEL_RATIO = 2;
// Without reflections, which cost weak graphics chips seconds, a pure metal would be black.
const MOST_METAL = 0.35;

/**
 * Shows a model on a canvas, turning slowly.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayBuffer} glb a binary glTF, meshopt compression allowed
 * @param {{still: boolean}} options still: one picture, no motion
 * @returns {Promise<{triangles: number, dispose: () => void}>}
 */
async function mount(canvas, glb, { still }) {
  const model = (await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).parseAsync(glb, '')).scene;
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true });
  renderer.outputColorSpace = SRGBColorSpace;
  renderer.toneMapping = ACESFilmicToneMapping;
  const scene = new Scene();
  const turntable = new Group().add(prepared(model));
  scene.add(turntable, ...lights());
  const camera = new PerspectiveCamera(32, 1, 0.1, 20);
  camera.position.set(0, 0.7, 4.4);
  camera.lookAt(0, 0, 0);

  const draw = (milliseconds) => {
    fit(renderer, camera, canvas);
    const turn = still ? 0.12 : milliseconds / 1000 / TURN_SECONDS;
    turntable.rotation.y = turn * 2 * Math.PI;
    turntable.position.y = still ? 0 : 0.06 * Math.sin(turn * 4 * Math.PI);
    renderer.render(scene, camera);
  };
  draw(0);
  const triangles = renderer.info.render.triangles;
  if (still) {
    requestAnimationFrame(draw);
  } else {
    renderer.setAnimationLoop(draw);
  }
  return {
    triangles,
    dispose() {
      renderer.setAnimationLoop(null);
      renderer.dispose();
    },
  };
}

/** The model lit well and scaled to a sphere of radius 1 around the origin, so that any prize fits the picture. */
function prepared(model) {
  const box = new Box3().setFromObject(model);
  const size = box.getSize(new Vector3()).length() || 1;
  const scale = 2 / size;
  model.scale.multiplyScalar(scale);
  model.traverse(({ material }) => {
    if (material) {
      material.metalness = Math.min(material.metalness ?? 0, MOST_METAL);
    }
  });
  model.position.sub(box.getCenter(new Vector3()).multiplyScalar(scale));
  return model;
}

function lights() {
  const sky = new HemisphereLight(0xffffff, 0xb0a8c0, 2.2);
  const key = new DirectionalLight(0xffffff, 2.6);
  key.position.set(2.5, 3.5, 4);
  const rim = new DirectionalLight(0xffffff, 1.2);
  rim.position.set(-3, 2, -3);
  return [sky, key, rim];
}

function fit(renderer, camera, canvas) {
  const width = canvas.clientWidth || 1;
  const height = canvas.clientHeight || 1;
  const ratio = Math.min(window.devicePixelRatio || 1, MAX_PIXEL_RATIO);
  if (canvas.width !== Math.floor(width * ratio) || canvas.height !== Math.floor(height * ratio)) {
    renderer.setPixelRatio(ratio);
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    // A narrow canvas needs distance, or the sides of the prize are cut off.
    camera.fov = camera.aspect >= 1 ? 32 : 32 / camera.aspect;
    camera.updateProjectionMatrix();
  }
}

window.Prize3D = { mount };
