import { describe, expect, test } from 'vitest';
import { hypergeometric } from '../../../src/analysis/models/hypergeometric.js';
import { logBeta } from '../../../src/analysis/models/log-beta.js';
import { digammaRising, logRising } from '../../../src/analysis/models/rising.js';

// Reference values: mpmath 1.3 at 60 digits, printed with 17.

function close(found: number, wanted: number, digits: number): void {
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(10 ** -digits);
}

describe('the logarithm of a rising factorial keeps its digits', () => {
  test.each([
    [0.5, 3, 0.6286086594223741, 3.066666666666667],
    [0.0001, 1, -9.210340371976182, 10000.0],
    [0.243, 2.7, -0.6768487310423095, 5.251112867721959],
    [7.25, 40, 126.86092829625073, 1.9343797918295673],
    [123.4, 1, 4.8154311114712876, 0.008103727714748784],
    [1e6, 1, 13.815510557964274, 1e-6],
    [1e6, 3, 41.44653467389032, 2.999997000005e-6],
    [1e6, 2500.5, 34548.80654914844, 0.0024973801987119913],
    [0.01, 3000, 21011.499067625442, 108.5670896834764],
    [55.5, 0.001, 0.0040073560491440344, 1.818115208962635e-5],
  ])('from %d, %d further', (a, n, value, slope) => {
    close(logRising(a, n), value, 13);
    close(digammaRising(a, n), slope, 13);
  });

  test('no step at all is nothing', () => {
    expect([logRising(0.3, 0), digammaRising(0.3, 0)]).toEqual([0, 0]);
  });
});

describe('the logarithm of the beta function keeps its digits', () => {
  test.each([
    [0.5, 0.5, 1.1447298858494002],
    [0.793, 2.426, -0.5115692885937033],
    [0.0001, 3, 9.210190378225807],
    [20, 30, -33.968820791977386],
    [1e6, 2, -27.631022115928047],
    [1e6, 1e6, -1386300.003362921],
    [0.01, 1e6, 4.46132477741238],
    [15.5, 1e5, -151.91455390973965],
  ])('of %d and %d', (a, b, value) => {
    close(logBeta(a, b), value, 13);
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  });
});

describe('the hypergeometric function agrees with high-precision values', () => {
  test.each([
    ['without a transformation', 1, 2, 3, 0.25, 1.2058263184569897],
    ['as in an unconditional expectation', 0.243, 2.426, 2.219, 0.7, 1.395229421092872],
    ['as in a conditional expectation', 2.243, 4.426, 4.219, 0.5, 5.161693901383613],
    ['many purchases', 26.243, 28.426, 28.219, 0.6, 33237064884.615623],
    ['below zero', 1, 1.6, 2.2, -0.3, 0.8241821842390625],
    ['far below zero', 1, 1.6, 2.2, -250, 0.007618225603946927],
    ['below zero, c smaller than a and b', 5.3, 4.1, 2.2, -3, 1.2618273348801647e-5],
    ['near one', 1, 1.6, 3.2, 0.95, 2.6129584367230705],
    ['near one, logarithmic', 1, 1, 2, 0.999, 6.914669948931067],
    ['near one, whole difference', 1, 2.5, 3.5, 0.9999, 19.830252352663372],
    ['nearer to one, whole difference', 1, 2, 5, 0.99999, 1.9999600116160114],
    ['at the edge, tiny parameter', 1, 0.001, 1.5, 0.9999999, 1.0020029979912781],
    ['at the edge, elliptic integral', 0.5, 0.5, 1, 0.999999, 5.280157154762713],
    ['at the edge, large c', 1, 1.01, 1e6, 0.999999, 1.0000010100010202],
    ['large b and c', 1, 3000.5, 3001.1, 0.5, 1.9996003595345937],
    ['large b and c near one', 1, 3000.5, 3001.1, 0.97, 33.12146985539756],
    ['very large b and c', 1, 1000001, 1000003, 0.9, 9.999820005399792],
    ['very large b and c near one', 1, 1000001, 1000002.5, 0.99, 99.98515371120483],
    ['large a and c near one', 30, 1.6, 30.7, 0.98, 251.97193764666474],
    ['growing towards one', 3, 0.7, 1.9, 0.93, 46.31763368052899],
    ['one parameter whole', 2, 1.0001, 4.5, 0.2, 1.0999754377050692],
  ])('%s', (_, a, b, c, z, value) => {
    close(hypergeometric(a, b, c, z), value, 12);
    close(hypergeometric(b, a, c, z), value, 12);
  });
});
