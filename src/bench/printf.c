/* What C's printf takes for rows such as the CSV writer writes: printf ROWS >/dev/null. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int count, char **arguments) {
  int rows = count > 1 ? atoi(arguments[1]) : 500000;
  double *values = malloc(sizeof(double) * rows * 8);
  static char buffer[1 << 16];
  struct timespec start, end;
  long bytes = 0;
  srand(1);
  for (int i = 0; i < rows * 8; i++) values[i] = rand() / (double)RAND_MAX * pow(10, rand() % 8 - 2);
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (int row = 0; row < rows; row++) {
    for (int k = 0; k < 8; k++) bytes += printf(k ? ",%.6g" : "%.6g", values[row * 8 + k]);
    bytes += printf("\n");
  }
  fflush(stdout);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) * 1e-9;
  fprintf(stderr, "C printf: %.0f MB/s, %.1f ns a value\n", bytes / seconds / 1e6, seconds * 1e9 / (8.0 * rows));
  return 0;
}
