package dev.runengine.campaign.mesh.shape;

/**
 * Everything of one finish, ready for a renderer. The arrays belong to the caller.
 *
 * @param positions x, y, z per vertex
 * @param normals unit x, y, z per vertex
 * @param colours linear red, green, blue, alpha per vertex, 0 to 1
 * @param indices three per triangle, counter-clockwise seen from outside
 */
public record Surface(Finish finish, float[] positions, float[] normals, float[] colours, int[] indices) {}
