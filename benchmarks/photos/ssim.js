// How near renditions come to a reference: mean SSIM of brightness over 8 x 8 blocks.
//
//   NODE_PATH=/tmp/sharp/node_modules node benchmarks/photos/ssim.js ORIGINALS KEPT_POLO KEPT_SHARP
//
// The reference is the whole original, decoded at full size, made smaller by sharp's Lanczos in one step.
const fs = require('fs');
const path = require('path');
const sharp = require('sharp');

const [originals, ...kept] = process.argv.slice(2);

const luma = async (image) => {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const y = new Float64Array(info.width * info.height);
  for (let i = 0; i < y.length; i++) {
    y[i] = 0.299 * data[3 * i] + 0.587 * data[3 * i + 1] + 0.114 * data[3 * i + 2];
  }
  return { y, width: info.width, height: info.height };
};

function ssim(a, b) {
  if (a.width !== b.width || a.height !== b.height) throw new Error('sizes differ');
  let sum = 0;
  let blocks = 0;
  for (let top = 0; top + 8 <= a.height; top += 4) {
    for (let left = 0; left + 8 <= a.width; left += 4) {
      let sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
      for (let y = top; y < top + 8; y++) {
        for (let x = left; x < left + 8; x++) {
          const p = a.y[y * a.width + x];
          const q = b.y[y * a.width + x];
          sa += p; sb += q; saa += p * p; sbb += q * q; sab += p * q;
        }
      }
      const ma = sa / 64, mb = sb / 64;
      const va = saa / 64 - ma * ma, vb = sbb / 64 - mb * mb, cov = sab / 64 - ma * mb;
      sum += ((2 * ma * mb + 6.5025) * (2 * cov + 58.5225))
        / ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225));
      blocks++;
    }
  }
  return sum / blocks;
}

(async () => {
  for (const side of [2048, 512]) {
    const means = kept.map(() => 0);
    const photos = fs.readdirSync(originals);
    for (const photo of photos) {
      const full = await sharp(path.join(originals, photo)).rotate().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      for (let i = 0; i < kept.length; i++) {
        // Making each size from the one before may round a side another way.
        const made = await luma(sharp(path.join(kept[i], `${photo}.${side}.jpg`)));
        const reference = await luma(sharp(full.data, { raw: full.info }).resize({ width: made.width, height: made.height, fit: 'fill' }));
        means[i] += ssim(reference, made) / photos.length;
      }
    }
    console.log(side, means.map((mean, i) => `${path.basename(kept[i])} ${mean.toFixed(4)}`).join('  '));
  }
})();
