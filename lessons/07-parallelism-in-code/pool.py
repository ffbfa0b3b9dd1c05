from multiprocessing import Pool

def sum_of_squares(numbers):
    return sum(n * n for n in numbers)

def parallel(chunks, workers):
    with Pool(workers) as p:
        sums = p.map(sum_of_squares, chunks)
    return sum(sums)
